"""Services and centres as Open Referral HSDS, out and in, on the command line."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec
import typer

exchange_app = typer.Typer()


@exchange_app.command("export-services")
def export_services(
    programme: Annotated[str, typer.Argument(help="Key of the programme.")],
    out: Annotated[
        Path | None, typer.Option(help="Write organization.json and services/KEY.json into this folder.")
    ] = None,
) -> None:
    """Write a programme's organisation, centres, districts, services and hours as Open Referral HSDS 3.0 JSON."""
    from bot.commands import plain_errors
    from data import programmes
    from integrations.exchange import hsds

    if programme not in programmes.known():
        raise typer.BadParameter(f"there is no programme `{programme}`; there are: {', '.join(programmes.known())}")
    with plain_errors():
        found = programmes.load(programme)
    day = _today()
    whole = _json(hsds.organization(found, day))
    if out is None:
        typer.echo(whole)
        return
    folder = out / "services"
    folder.mkdir(parents=True, exist_ok=True)
    (out / "organization.json").write_text(whole + "\n", encoding="utf-8")
    services = hsds.services(found, day)
    for key, service in services.items():
        (folder / f"{key}.json").write_text(_json(service) + "\n", encoding="utf-8")
    typer.echo(f"written: {out / 'organization.json'} and {len(services)} files in {folder}")


@exchange_app.command("import-services")
def import_services(
    file: Annotated[Path, typer.Argument(help="An HSDS 3.0 document.", exists=True, dir_okay=False, readable=True)],
    language: Annotated[str, typer.Option(help="Language of its names, where it does not say.")] = "en",
) -> None:
    """Print the centres, districts and services of an HSDS document as lines for a programme file."""
    from bot.commands import plain_errors
    from integrations.exchange import hsds_reading

    with plain_errors():
        found = hsds_reading.read(file.name, file.read_bytes(), language)
    typer.echo(hsds_reading.as_yaml(found, file.name, _today()), nl=False)


def _json(entity: object) -> str:
    return msgspec.json.format(msgspec.json.encode(entity), indent=2).decode()


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day of whoever runs this
