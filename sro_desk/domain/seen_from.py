"""An officer's record as one district may see it."""

from dataclasses import replace
from datetime import date

from sro_desk.domain.records import Contract, ContractId, DistrictId, OfficerRecord


def seen_from(district: DistrictId, record: OfficerRecord) -> OfficerRecord:
    """The record with the contracts of other districts in order: whether they are is not told."""
    here = [each for each in record.contracts if each.district == district]
    elsewhere = {each.district for each in record.assignments} - {district}
    presumed = (
        Contract(id=ContractId(0), district=other, starts_on=date.min, ends_on=date.max)
        for other in elsewhere
    )
    return replace(record, contracts=(*here, *presumed))
