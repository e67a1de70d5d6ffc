"""The copies on file of which a binder tells: of certificates, and of contracts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from sro_desk.domain.exports.audit import CopyFact, Holder
from sro_desk.domain.records import Contract, DistrictId, OfficerRecord
from sro_desk.services import loading
from sro_desk.storage.plain import Reader

_COPIES = "SELECT sha256, media_type, size, pages FROM copy"
_CONTRACT = "Contract"


def on_file(
    reader: Reader,
    shown: Iterable[OfficerRecord],
    hidden: Iterable[OfficerRecord],
    labels: Mapping[DistrictId, str],
    on: date,
) -> tuple[CopyFact, ...]:
    """Each copy once: of the certificates of `shown`, in their order, then of the contracts.

    What is dated after `on` is left out. Of `hidden` only whether they share one is told.
    """
    certificates = _of_certificates(shown, on)
    contracts = _of_contracts(reader, labels, on)
    also = {each.copy for record in hidden for each in record.certificates}
    known = {sha256: row for sha256, *row in reader.rows(_COPIES)}
    found = []
    for sha256, holders in (certificates | contracts).items():
        media_type, size, pages = known[sha256]
        fact = CopyFact(
            sha256=sha256,
            media_type=media_type,
            size=size,
            pages=pages,
            holders=tuple(holders),
            certificate=sha256 in certificates,
            also_withheld=sha256 in also,
        )
        found.append(fact)
    return tuple(found)


def _of_certificates(shown: Iterable[OfficerRecord], on: date) -> dict[str, list[Holder]]:
    found: defaultdict[str, list[Holder]] = defaultdict(list)
    for record in shown:
        for each in sorted(record.certificates, key=lambda each: (each.completed_on, each.id)):
            if each.copy is not None and each.completed_on <= on:
                holder = Holder(
                    whose=record.officer.name,
                    filed_as=record.officer.sort_name,
                    what=each.course.title,
                    on=each.completed_on,
                )
                found[each.copy].append(holder)
    return found


def _of_contracts(
    reader: Reader, labels: Mapping[DistrictId, str], on: date
) -> dict[str, list[Holder]]:
    found: defaultdict[str, list[Holder]] = defaultdict(list)
    by_district = loading.contracts(reader)
    for district in sorted(by_district, key=lambda each: (labels[each], each)):
        for each in by_district[district]:
            if each.copy is not None and each.starts_on <= on:
                found[each.copy].append(_holder(each, labels[district]))
    return found


def _holder(contract: Contract, label: str) -> Holder:
    return Holder(whose=label, filed_as=label, what=_CONTRACT, on=contract.starts_on)
