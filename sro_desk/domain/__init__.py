"""Pure values and rules of Minn. Stat. § 626.8482: standard library only, no files, no clock."""
