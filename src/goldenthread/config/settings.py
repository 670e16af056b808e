"""Django's settings, made of the environment's typed ones. Nothing here is meant to be edited."""

from pathlib import Path

from csp.constants import NONCE, NONE, SELF

from goldenthread.config import databases, environment, logs

ENVIRONMENT = environment.read()

SECRET_KEY = ENVIRONMENT.secret_key.get_secret_value()
DEBUG = ENVIRONMENT.debug
ALLOWED_HOSTS = ENVIRONMENT.allowed_hosts
CSRF_TRUSTED_ORIGINS = [ENVIRONMENT.site_url]
CSRF_FAILURE_VIEW = "goldenthread.config.error_pages.not_from_our_page"

INSTALLED_APPS = [
    "goldenthread.home",
    "goldenthread.config.sign_in",
    "goldenthread.records",
    "goldenthread.briefs",
    "goldenthread.children",
    "goldenthread.notices",
    "goldenthread.people",
    "goldenthread.privacy",
    "goldenthread.core",
    "goldenthread.design",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",  # allauth's pages of sessions and keys use its filters
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django_tasks",
    "django_tasks_db",
    "csp",
]

MIDDLEWARE = [
    "goldenthread.config.request_ids.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "goldenthread.config.sessions.SessionByKeyMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "goldenthread.config.sign_in.middleware.SessionLimitsMiddleware",
    "goldenthread.config.request_sizes.RequestSizeMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "goldenthread.config.sign_in.middleware.SignInRequiredMiddleware",
    "goldenthread.config.error_pages.ErrorPagesMiddleware",
]

ROOT_URLCONF = "goldenthread.config.urls"
WSGI_APPLICATION = "goldenthread.config.wsgi.application"
AUTH_USER_MODEL = "people.User"
REACTIONS = "goldenthread.config.reactions.REACTIONS"
READERS = "goldenthread.config.reactions.READERS"
NAMERS = "goldenthread.config.naming.NAMERS"
DISPOSERS = "goldenthread.config.disposal.DISPOSERS"
ERASERS = "goldenthread.config.disposal.ERASERS"
RETENTION_SCHEDULE = ENVIRONMENT.retention_schedule
NAVIGATION = "goldenthread.config.navigation.navigation"
AUTHORITY_NAME = ENVIRONMENT.authority_name
AUTHORITY_LOGO = ENVIRONMENT.logo
ACCENT_COLOUR = ENVIRONMENT.accent_colour

DATABASES = {"default": databases.default(ENVIRONMENT)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "core_cache",
        # Counts of failed tries stand here: nobody may push them out by trying much else.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "goldenthread.design.environment.environment",
            "context_processors": [],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]
FORM_RENDERER = "django.forms.renderers.Jinja2"

PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {
        "NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
    {"NAME": "goldenthread.config.sign_in.passwords.KnownWordsValidator"},
]

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
PASSWORD_RESET_TIMEOUT = 3600  # seconds that a link to set a new password is good for
PASSWORD_SIGN_IN = ENVIRONMENT.password_sign_in
SECOND_FACTOR = ENVIRONMENT.second_factor
SESSION_HOURS = ENVIRONMENT.session_hours
IDLE_MINUTES = ENVIRONMENT.idle_minutes
SESSION_COOKIE_AGE = SESSION_HOURS * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
ALLAUTH_TRUSTED_PROXY_COUNT = ENVIRONMENT.trusted_proxies

_SIGN_IN = "goldenthread.config.sign_in"
ACCOUNT_ADAPTER = f"{_SIGN_IN}.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # nobody signs up: names what a sign-in asks for
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation proves the address
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600  # seconds for which one is known to be oneself
ACCOUNT_LOGIN_TIMEOUT = 600  # seconds for the second step
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105  # a class
ACCOUNT_RATE_LIMITS = {  # a whole building may come from one address
    "login": "120/m/ip",
    "login_failed": "60/m/ip,5/5m/key",
    "reauthenticate": "10/5m/user",
    "reset_password": "20/m/ip,3/15m/key",
}
ACCOUNT_FORMS = {
    "login": f"{_SIGN_IN}.forms.SignInForm",
    "reset_password": f"{_SIGN_IN}.forms.AskForLinkForm",
    "reset_password_from_key": f"{_SIGN_IN}.forms.NewPasswordForm",
    "change_password": f"{_SIGN_IN}.forms.OtherPasswordForm",
}
MFA_ADAPTER = f"{_SIGN_IN}.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an invitation proves the address
MFA_TOTP_TOLERANCE = 1  # telephones whose clock is half a minute wrong
MFA_FORMS = {
    "activate_totp": f"{_SIGN_IN}.forms.AppForm",
    "add_webauthn": f"{_SIGN_IN}.forms.AddPasskeyForm",
    "authenticate": f"{_SIGN_IN}.forms.CodeForm",
    "login_webauthn": f"{_SIGN_IN}.forms.PasskeyAloneForm",
    "authenticate_webauthn": f"{_SIGN_IN}.forms.PasskeyForm",
    "reauthenticate": f"{_SIGN_IN}.forms.CodeAgainForm",
}
OIDC_SERVER = ENVIRONMENT.oidc_server
OIDC_NAME = ENVIRONMENT.oidc_name
OIDC_ROLES_CLAIM = ENVIRONMENT.oidc_roles_claim
OIDC_ROLES = ENVIRONMENT.oidc_roles
OIDC_EMAIL_DOMAINS = ENVIRONMENT.email_domains
OIDC_SECOND_FACTOR = ENVIRONMENT.oidc_second_factor
OIDC_ADDS_PEOPLE = ENVIRONMENT.oidc_adds_people
SOCIALACCOUNT_ADAPTER = f"{_SIGN_IN}.single_sign_on.adapter.SingleSignOnAdapter"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "provider_class": f"{_SIGN_IN}.single_sign_on.provider.SingleSignOnProvider",
        "OAUTH_PKCE_ENABLED": True,
        "APPS": ENVIRONMENT.oidc_apps,
    }
}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "ENQUEUE_ON_COMMIT": False}}

CONTENT_KEYS = ENVIRONMENT.content_keys
PSEUDONYM_KEY = ENVIRONMENT.pseudonym_key.get_secret_value()
INITIALS = ENVIRONMENT.initials
SITE_URL = ENVIRONMENT.site_url
EMAIL_BACKEND = "goldenthread.notices.backend.OutboxBackend"  # every e-mail waits in the outbox
EMAIL_HOST = ENVIRONMENT.mail_host
EMAIL_PORT = ENVIRONMENT.mail_port
EMAIL_HOST_USER = ENVIRONMENT.mail_user
EMAIL_HOST_PASSWORD = ENVIRONMENT.mail_password.get_secret_value()
EMAIL_USE_TLS = ENVIRONMENT.mail_security is environment.MailSecurity.STARTTLS
EMAIL_USE_SSL = ENVIRONMENT.mail_security is environment.MailSecurity.TLS
EMAIL_TIMEOUT = 20  # seconds for each answer of the mail server
DEFAULT_FROM_EMAIL = SERVER_EMAIL = ENVIRONMENT.mail_from
BOUNCE_ADDRESS = ENVIRONMENT.mail_bounces
QUIET_HOURS = (ENVIRONMENT.quiet_from, ENVIRONMENT.quiet_until, ENVIRONMENT.quiet_weekends)
NOTICE_KINDS = "goldenthread.config.notice_kinds.KINDS"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
STATIC_ROOT = ENVIRONMENT.data / "static"
OPEN_PAGES = ENVIRONMENT.open_pages
WORK_ROOT = ENVIRONMENT.data / "work"
MEDIA_ROOT = ENVIRONMENT.data / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENVIRONMENT.secure
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME = "__Host-session" if ENVIRONMENT.secure else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if ENVIRONMENT.secure else "csrf"
SECURE_SSL_REDIRECT = ENVIRONMENT.secure
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.secure else None
SECURE_REDIRECT_EXEMPT = [r"^health/$"]  # asked by programs of the machine itself
SECURE_HSTS_SECONDS = 31_536_000 if ENVIRONMENT.secure else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = ENVIRONMENT.secure
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # preloading is for the authority's whole domain to ask
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

LOGGING = logs.logging_settings(ENVIRONMENT)
LOGGING_CONFIG = "goldenthread.config.logs.configure"
DEFAULT_EXCEPTION_REPORTER_FILTER = "goldenthread.config.error_reports.NothingInHand"
PACKAGE = Path(__file__).parents[1]
