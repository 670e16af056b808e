"""Addresses of pages about people and teams."""

from django.urls import path

from goldenthread.people.views import imports, parts, people, teams

urlpatterns = [
    path("", people.ListPeopleView.as_view(), name="list_people"),
    path("people.csv", people.DownloadPeopleView.as_view(), name="download_people"),
    path("add/", people.AddPersonView.as_view(), name="add_person"),
    path("who-can-do-what/", people.ShowPermissionsView.as_view(), name="show_permissions"),
    path("<uuid:user>/", people.ShowPersonView.as_view(), name="show_person"),
    path("<uuid:user>/update/", people.UpdatePersonView.as_view(), name="update_person"),
    path(
        "<uuid:user>/deactivate/", people.DeactivatePersonView.as_view(), name="deactivate_person"
    ),
    path(
        "<uuid:user>/reactivate/", people.ReactivatePersonView.as_view(), name="reactivate_person"
    ),
    path("<uuid:user>/invite/", people.InvitePersonView.as_view(), name="invite_person"),
    path("<uuid:user>/roles/grant/", parts.GrantRoleView.as_view(), name="grant_role"),
    path("<uuid:user>/teams/join/", parts.JoinTeamView.as_view(), name="join_team"),
    path("<uuid:user>/line-manager/", parts.SetLineManagerView.as_view(), name="set_line_manager"),
    path("roles/<uuid:grant>/end/", parts.EndRoleView.as_view(), name="end_role"),
    path("memberships/<uuid:membership>/end/", parts.LeaveTeamView.as_view(), name="leave_team"),
    path(
        "memberships/<uuid:membership>/transfer/",
        parts.TransferPersonView.as_view(),
        name="transfer_person",
    ),
    path(
        "memberships/<uuid:membership>/manager/",
        parts.SetTeamManagerView.as_view(),
        name="set_team_manager",
    ),
    path(
        "lines/<uuid:line>/end/",
        parts.EndLineManagementView.as_view(),
        name="end_line_management",
    ),
    path(
        "invitations/<uuid:invitation>/resend/",
        parts.ResendInvitationView.as_view(),
        name="resend_invitation",
    ),
    path(
        "invitations/<uuid:invitation>/withdraw/",
        parts.WithdrawInvitationView.as_view(),
        name="withdraw_invitation",
    ),
    path("teams/", teams.ListTeamsView.as_view(), name="list_teams"),
    path("teams/open/", teams.OpenTeamView.as_view(), name="open_team"),
    path("teams/merge/", teams.MergeTeamsView.as_view(), name="merge_teams"),
    path("teams/<uuid:team>/", teams.ShowTeamView.as_view(), name="show_team"),
    path("teams/<uuid:team>/rename/", teams.RenameTeamView.as_view(), name="rename_team"),
    path("teams/<uuid:team>/split/", teams.SplitTeamView.as_view(), name="split_team"),
    path("teams/<uuid:team>/close/", teams.CloseTeamView.as_view(), name="close_team"),
    path("services/open/", teams.OpenServiceView.as_view(), name="open_service"),
    path(
        "services/<uuid:service>/rename/",
        teams.RenameServiceView.as_view(),
        name="rename_service",
    ),
    path("services/<uuid:service>/close/", teams.CloseServiceView.as_view(), name="close_service"),
    path("import/", imports.UploadStaffView.as_view(), name="upload_staff"),
    path(
        "import/list-of-staff.csv",
        imports.DownloadStaffTemplateView.as_view(),
        name="download_staff_template",
    ),
    path(
        "import/<uuid:staff_import>/",
        imports.ShowStaffImportView.as_view(),
        name="show_staff_import",
    ),
    path(
        "import/<uuid:staff_import>/apply/",
        imports.ApplyStaffImportView.as_view(),
        name="apply_staff_import",
    ),
    path(
        "import/<uuid:staff_import>/discard/",
        imports.DiscardStaffImportView.as_view(),
        name="discard_staff_import",
    ),
]
