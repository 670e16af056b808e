"""Children, their numbers in other systems, and what joins and what hides them."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from goldenthread.children.rules.identifiers import IdentifierSystem
from goldenthread.core.base import BaseModel
from goldenthread.core.choices import choices


class Child(BaseModel):
    """A child or young person: a random id. Initials stay empty unless the authority wants them."""

    initials = models.CharField(max_length=6, blank=True)
    restricted = models.BooleanField(
        default=False, help_text="Opened by audit leads and by those named only."
    )

    class Meta:
        verbose_name_plural = "children"

    def __str__(self) -> str:
        return str(self.id)


class ChildIdentifier(BaseModel):
    """A number by which another system knows the child, until the day on which it no longer does.

    It is sealed, and found by a keyed hash.
    """

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="identifiers")
    system = models.CharField(max_length=20, choices=choices(IdentifierSystem))
    number_key = models.CharField(max_length=64, db_index=True)
    sealed_number = models.BinaryField()
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("system", "-from_on", "id")
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.UniqueConstraint(
                fields=("system", "number_key"),
                condition=Q(to_on=None),
                name="child_identifier_of_one_child",
                violation_error_message="Another child has this number now.",
            ),
            models.CheckConstraint(
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")),
                name="child_identifier_ends_after_it_begins",
                violation_error_message="A number cannot end before it begins.",
            ),
        )

    def __str__(self) -> str:
        return f"{IdentifierSystem(self.system).label} of {self.child}"


class ChildMerge(BaseModel):
    """Two rows are one child: what belongs to *merged* is shown under *kept*, until undone."""

    kept = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="merges_kept")
    merged = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="merges_merged")
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("created_at", "id")
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.UniqueConstraint(
                fields=("merged",),
                condition=Q(undone_at=None),
                name="child_merged_once",
                violation_error_message="This child is merged into another already.",
            ),
            models.CheckConstraint(
                condition=~Q(kept=F("merged")), name="child_merged_into_another"
            ),
        )

    def __str__(self) -> str:
        return f"{self.merged} into {self.kept}"


class SiblingGroup(BaseModel):
    """Brothers and sisters, of whom one at most is drawn into a sample."""

    members: "models.ManyToManyField[Child, SiblingMembership]" = models.ManyToManyField(
        Child, through="SiblingMembership", related_name="sibling_groups"
    )

    def __str__(self) -> str:
        return f"Sibling group {self.id}"


class SiblingMembership(BaseModel):
    """A child in a group of siblings."""

    group = models.ForeignKey(SiblingGroup, on_delete=models.CASCADE, related_name="memberships")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="sibling_memberships")

    class Meta:
        ordering = ("created_at", "id")
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.UniqueConstraint(
                fields=("child",),
                name="child_in_one_sibling_group",
                violation_error_message="This child is in a group of siblings already.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.child} in {self.group}"


class RestrictedAccess(BaseModel):
    """Somebody who is named to open a restricted child."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="named")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("created_at", "id")
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.UniqueConstraint(fields=("child", "user"), name="restricted_access_once"),
        )

    def __str__(self) -> str:
        return f"{self.user} may open {self.child}"


class AdoptionLink(BaseModel):
    """The row of a child before adoption, and after. Breaking it deletes it: nothing is left."""

    before = models.OneToOneField(Child, on_delete=models.PROTECT, related_name="adoption_after")
    after = models.OneToOneField(Child, on_delete=models.PROTECT, related_name="adoption_before")

    class Meta:
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(condition=~Q(before=F("after")), name="adoption_links_two"),
        )

    def __str__(self) -> str:
        return f"Adoption link {self.id}"
