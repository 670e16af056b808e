"""The vendored front ends: what must be in them, and what we may not serve."""

import json
import re
from importlib.metadata import metadata
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import override_settings
from tools.vendor_frontend import GOVUK, MOJ, PLACE, script, style

CSS = {name: PLACE / name / f"css/{name}.min.css" for name in ("govuk-frontend", "moj-frontend")}
JS = {name: PLACE / name / f"js/{name}.min.js" for name in ("govuk-frontend", "moj-frontend")}
FILES = sorted(path for path in PLACE.rglob("*") if path.is_file())


def test_version_is_the_one_that_the_macros_are_written_for() -> None:
    assert (
        f"GOV.UK%20Frontend-v{GOVUK}-blue" in metadata("govuk-frontend-jinja").json["description"]
    )
    assert f"--govuk-frontend-version:{GOVUK}" in CSS["govuk-frontend"].read_text().replace('"', "")
    assert f'"{GOVUK}"' in JS["govuk-frontend"].read_text()
    assert f'"{MOJ}"' in JS["moj-frontend"].read_text()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_that_only_govuk_may_use_and_no_address_of_elsewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".txt":
        assert not re.search(r"GDS Transport|sourceMappingURL|govuk-crest|@font-face", text)
    assert not re.search("crest|crown|favicon|opengraph|logotype", path.name)
    if path.suffix == ".css":
        assert not re.search(r"url\((?!\.\./assets/images/|\"?data:)|@import", text)
        for image in re.findall(r"url\(\.\./(assets/[^)]+)\)", text):
            assert (path.parents[1] / image).is_file()


@pytest.mark.parametrize("name", sorted(CSS))
def test_licence_stands_beside_each(name: str) -> None:
    assert "Permission is hereby granted" in (PLACE / name / "LICENCE.txt").read_text()


@pytest.mark.parametrize("name", sorted(CSS))
def test_making_again_what_is_made_changes_nothing(name: str) -> None:
    css, js = CSS[name].read_text(encoding="utf-8"), JS[name].read_text(encoding="utf-8")
    assert style(css) == css
    assert script(js) == js


def test_rewrites() -> None:
    made = style(
        "@font-face{font-family:GDS Transport;src:url(/assets/fonts/a.woff2)}"
        "a{font-family:GDS Transport,arial,sans-serif;"
        "mask-image:url(/assets/images/govuk-crest.svg);background:url(/assets/images/b.svg)}\n"
        "/*# sourceMappingURL=x.min.css.map */\n"
    )
    assert made.strip() == (
        'a{font-family:Arial,"Liberation Sans",sans-serif;background:url(../assets/images/b.svg)}'
    )


@pytest.mark.slow
def test_static_files_can_be_collected_hashed_and_compressed(tmp_path: Path) -> None:
    manifest = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    with override_settings(STATIC_ROOT=tmp_path, STORAGES={"staticfiles": manifest}):
        call_command("collectstatic", interactive=False, stdout=StringIO())
    hashed = json.loads((tmp_path / "staticfiles.json").read_text())["paths"]
    for path in ("goldenthread.css", "start.js", "support.js", "favicon.svg"):
        assert (tmp_path / hashed[f"design/{path}"]).is_file()
    sheet = hashed["design/vendor/moj-frontend/css/moj-frontend.min.css"]
    image = hashed["design/vendor/moj-frontend/assets/images/icon-close-cross-black.svg"]
    assert Path(image).name in (tmp_path / sheet).read_text()
    assert (tmp_path / f"{sheet}.gz").is_file()
