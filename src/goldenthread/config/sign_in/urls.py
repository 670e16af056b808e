# mypy: disable-error-code="misc"
# (allauth has no types, so that its classes are of any)
"""Addresses of the sign-in. allauth's are listed one by one: what is not here is closed."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as social
from django.urls import URLPattern, URLResolver, path, re_path

from goldenthread.config.sign_in.single_sign_on.views import from_provider, to_provider
from goldenthread.config.sign_in.views import devices, doors, factors, persons

_RESET = r"^password/link/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$"
_PERSON = "people/<uuid:user>/sign-in"
_PROVIDER = "sign-in/with/<str:provider_id>"

urlpatterns: list[URLPattern | URLResolver] = [
    path("sign-in/", doors.SignInView.as_view(), name="account_login"),
    path("sign-in/second-step/", mfa.authenticate, name="mfa_authenticate"),
    path("sign-in/passkey/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("sign-out/", doors.SignOutView.as_view(), name="account_logout"),
    path("sign-in/again/", account.reauthenticate, name="account_reauthenticate"),
    path("sign-in/again/code/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path(
        "sign-in/again/passkey/",
        passkeys.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path(f"{_PROVIDER}/", to_provider, name="openid_connect_login"),
    path(f"{_PROVIDER}/back/", from_provider, name="openid_connect_callback"),
    path("sign-in/cancelled/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("sign-in/no-role/", doors.ShowNoRoleView.as_view(), name="show_no_role"),
    path("sign-in/set-up/", factors.ShowSecondStepView.as_view(), name="show_second_step"),
    path("invitation/<str:token>/", doors.AcceptInvitationView.as_view(), name="accept_invitation"),
    path("password/forgotten/", account.password_reset, name="account_reset_password"),
    path("password/sent/", account.password_reset_done, name="account_reset_password_done"),
    re_path(_RESET, account.password_reset_from_key, name="account_reset_password_from_key"),
    path(
        "password/set/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("your-sign-in/", mfa.index, name="mfa_index"),
    path("your-sign-in/password/", account.password_change, name="account_change_password"),
    path("your-sign-in/app/add/", factors.AddAppView.as_view(), name="mfa_activate_totp"),
    path("your-sign-in/app/remove/", factors.RemoveAppView.as_view(), name="mfa_deactivate_totp"),
    path("your-sign-in/passkeys/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("your-sign-in/passkeys/add/", factors.AddPasskeyView.as_view(), name="mfa_add_webauthn"),
    path("your-sign-in/passkeys/<int:pk>/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path(
        "your-sign-in/passkeys/<int:pk>/remove/",
        factors.RemovePasskeyView.as_view(),
        name="mfa_remove_webauthn",
    ),
    path("your-sign-in/recovery-codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "your-sign-in/recovery-codes/make/",
        factors.MakeRecoveryCodesView.as_view(),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "your-sign-in/recovery-codes/download/",
        codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("your-sign-in/devices/", devices.ListSessionsView.as_view(), name="usersessions_list"),
    path("your-sign-in/devices/end/", devices.EndSessionsView.as_view(), name="end_sessions"),
    path(
        "your-sign-in/devices/<int:pk>/end/", devices.EndSessionView.as_view(), name="end_session"
    ),
    path(f"{_PERSON}/", persons.ShowSignInView.as_view(), name="show_persons_sign_in"),
    path(
        f"{_PERSON}/remove-second-step/",
        persons.RemoveSecondStepView.as_view(),
        name="remove_second_step",
    ),
    path(f"{_PERSON}/sign-out/", persons.SignOutPersonView.as_view(), name="sign_out_person"),
    path(
        f"{_PERSON}/forget-work-account/",
        persons.ForgetWorkAccountView.as_view(),
        name="forget_work_account",
    ),
    # allauth asks for these by name; nothing is behind them.
    path("closed/sign-up/", doors.closed, name="account_signup"),
    path("closed/email/", doors.closed, name="account_email"),
    path("closed/inactive/", doors.closed, name="account_inactive"),
    path("closed/password/", doors.closed, name="account_set_password"),
    path("closed/connections/", doors.closed, name="socialaccount_connections"),
    path("closed/single-sign-on/", doors.closed, name="socialaccount_signup"),
]
