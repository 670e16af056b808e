"""Addresses of pages about children. They hold random ids, and never a number."""

from django.urls import path

from goldenthread.children.views import access, adoptions, children, numbers, others

_CHILD = "<uuid:child>"

urlpatterns = [
    path("", children.FindChildView.as_view(), name="find_child"),
    path("add/", children.AddChildView.as_view(), name="add_child"),
    path(f"{_CHILD}/", children.ShowChildView.as_view(), name="show_child"),
    path(f"{_CHILD}/initials/", children.SetInitialsView.as_view(), name="set_initials"),
    path(f"{_CHILD}/numbers/give/", numbers.GiveNumberView.as_view(), name="give_number"),
    path("numbers/<uuid:identifier>/end/", numbers.EndNumberView.as_view(), name="end_number"),
    path(f"{_CHILD}/merge/", others.ChooseMergeView.as_view(), name="choose_merge"),
    path(
        f"{_CHILD}/merge/<uuid:other>/", others.MergeChildrenView.as_view(), name="merge_children"
    ),
    path("merges/<uuid:merge>/undo/", others.UndoMergeView.as_view(), name="undo_merge"),
    path(f"{_CHILD}/siblings/add/", others.ChooseSiblingView.as_view(), name="choose_sibling"),
    path(
        f"{_CHILD}/siblings/take-out/",
        others.TakeOutSiblingView.as_view(),
        name="take_out_sibling",
    ),
    path(
        f"{_CHILD}/siblings/<uuid:other>/",
        others.GroupSiblingsView.as_view(),
        name="group_siblings",
    ),
    path(f"{_CHILD}/restrict/", access.RestrictChildView.as_view(), name="restrict_child"),
    path(
        f"{_CHILD}/lift-restriction/",
        access.LiftRestrictionView.as_view(),
        name="lift_restriction",
    ),
    path(f"{_CHILD}/people/name/", access.GiveAccessView.as_view(), name="give_access"),
    path(
        f"{_CHILD}/people/<uuid:user>/take-off/",
        access.TakeAccessView.as_view(),
        name="take_access",
    ),
    path(f"{_CHILD}/adoption/link/", adoptions.LinkAdoptionView.as_view(), name="link_adoption"),
    path(
        f"{_CHILD}/adoption/break/",
        adoptions.BreakAdoptionLinkView.as_view(),
        name="break_adoption_link",
    ),
]
