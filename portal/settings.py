"""Settings of the portal. Every value a city may change is an environment variable.

The table of variables, with defaults and meaning, is in README.md.
"""

from pathlib import Path

from csp.constants import NONE, SELF
from environs import Env

from portal.administration.labels import label_in_language
from portal.secret_key import kept_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent

env = Env()
env.read_env(BASE_DIR / ".env")

# Everything the portal writes lies in one folder: the database, uploads, the journals of
# readings and the generated secret key. A copy of it is a backup.
DATA_DIR = env.path("DATA_DIR", BASE_DIR / "var")
DATA_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = env.bool("DEBUG", False)
SECRET_KEY = env.str("SECRET_KEY", "") or kept_secret_key(DATA_DIR / "secret_key")

# The address under which citizens reach the portal; canonical links and feeds are built on it.
SITE_URL = env.str("SITE_URL", "http://127.0.0.1:8000").rstrip("/")
HTTPS = SITE_URL.startswith("https://")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
# How many reverse proxies of ours stand in front and append to X-Forwarded-For.
PROXY_COUNT = env.int("PROXY_COUNT", 0)

# The city whose press office this is: its slug among rankings.City.
HOME_CITY = env.str("HOME_CITY", "busan")

INSTALLED_APPS = [
    "modeltranslation",  # before the admin, whose classes it extends
    "portal",
    "news",
    "rankings",
    "portal.administration.app.PortalAdminConfig",  # Django's admin, with our site class
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",  # thousands separators
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_tables2",
    "simple_history",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "news.counting.middleware.ReadingsMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.caching.PublicPageMiddleware",
    "portal.compression.PageCompressionMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    # Before SessionMiddleware: a language that is read from the session would make every
    # public page vary on the cookie, and nothing in front could keep it.
    "portal.languages.LanguageMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.page_cache.PageCacheMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.context.site",
            ],
        },
    },
]

DATABASES = {"default": env.dj_db_url("DATABASE_URL", f"sqlite:///{DATA_DIR}/portal.sqlite3")}
# Opening a database again for every request doubles the time of a page.
DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", 600)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        # Deferred transactions that turn into writers fail at once with «locked».
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": env.dj_cache_url("CACHE_URL", "locmem://")}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# Languages: the first is the source. A further one is a line here, `makemigrations`,
# `migrate` and a catalogue; nothing else names a language.
LANGUAGE_CODE = "ko"
LANGUAGES = [
    ("ko", "한국어"),
    ("en", "English"),
]
MODELTRANSLATION_BUILD_LOCALIZED_VERBOSE_NAME = label_in_language
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["portal.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Seoul"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# The largest files that editors may upload, in bytes.
MAX_IMAGE_BYTES = env.int("MAX_IMAGE_BYTES", 20 * 1024**2)
MAX_ATTACHMENT_BYTES = env.int("MAX_ATTACHMENT_BYTES", 100 * 1024**2)

# Readings are appended here before they are folded into the database.
READINGS_DIR = DATA_DIR / "readings"
# Seconds between two foldings: how far the counts on the pages lag behind.
FOLD_INTERVAL = env.float("FOLD_INTERVAL", 2)

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-src": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}

# The entry table of a large edition is one form: 150 cities of 20 figures.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
# The longest table that may be pasted: a million letters, each of three bytes in Hangul.
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024**2

X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
if PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGIN_URL = "admin:login"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "INFO")},
    # Django leaves it to the server to drop the body of an answer to HEAD; it says so every time.
    "loggers": {"gunicorn.http.wsgi": {"level": "ERROR"}},
}
