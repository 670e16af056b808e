"""Addresses of pages about records."""

from django.urls import path

from goldenthread.records.views import accesses, erasures, holds, ledger, records, retention

urlpatterns = [
    path("", records.ShowRecordsView.as_view(), name="show_records"),
    path("ledger/", ledger.ListLedgerView.as_view(), name="list_ledger"),
    path("ledger/what-was-done.csv", ledger.DownloadLedgerView.as_view(), name="download_ledger"),
    path(
        "children/<uuid:child>/",
        records.ShowChildRecordsView.as_view(),
        name="show_child_records",
    ),
    path(
        "children/<uuid:child>/readings/", ledger.ListReadingsView.as_view(), name="list_readings"
    ),
    path("children/<uuid:child>/hold/", holds.HoldChildView.as_view(), name="hold_child"),
    path("children/<uuid:child>/export/", accesses.AskAccessView.as_view(), name="ask_access"),
    path("children/<uuid:child>/erase/", erasures.AskErasureView.as_view(), name="ask_erasure"),
    path("retention/", retention.ShowRetentionView.as_view(), name="show_retention"),
    path("retention/due/", retention.ShowDueView.as_view(), name="show_due"),
    path("retention/approve/", retention.ApproveScheduleView.as_view(), name="approve_schedule"),
    path("retention/withdraw/", retention.WithdrawApprovalView.as_view(), name="withdraw_approval"),
    path("retention/run/", retention.RunRetentionView.as_view(), name="run_retention"),
    path(
        "retention/runs/<uuid:run>/",
        retention.ShowRetentionRunView.as_view(),
        name="show_retention_run",
    ),
    path("holds/", holds.ListHoldsView.as_view(), name="list_holds"),
    path("holds/person/", holds.HoldPersonView.as_view(), name="hold_person"),
    path("holds/<uuid:hold>/", holds.ShowHoldView.as_view(), name="show_hold"),
    path("holds/<uuid:hold>/release/", holds.ReleaseHoldView.as_view(), name="release_hold"),
    path("exports/", accesses.ListAccessesView.as_view(), name="list_accesses"),
    path("exports/<uuid:access>/", accesses.ShowAccessView.as_view(), name="show_access"),
    path(
        "exports/<uuid:access>/decide/",
        accesses.DecidePassagesView.as_view(),
        name="decide_passages",
    ),
    path(
        "exports/<uuid:access>/withdraw/",
        accesses.WithdrawAccessView.as_view(),
        name="withdraw_access",
    ),
    path(
        "exports/<uuid:access>/what-is-held.<str:form>",
        accesses.DownloadAccessView.as_view(),
        name="download_access",
    ),
    path("erasures/", erasures.ListErasuresView.as_view(), name="list_erasures"),
    path("erasures/<uuid:erasure>/", erasures.ShowErasureView.as_view(), name="show_erasure"),
    path(
        "erasures/<uuid:erasure>/approve/",
        erasures.ApproveErasureView.as_view(),
        name="approve_erasure",
    ),
    path(
        "erasures/<uuid:erasure>/withdraw/",
        erasures.WithdrawErasureView.as_view(),
        name="withdraw_erasure",
    ),
]
