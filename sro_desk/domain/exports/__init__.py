"""The facts that reports are made of, and nothing else, in their own types.

What may leave the agency holds public fields only (Minn. Stat. § 13.43
subd. 2), so that a private field cannot reach such a PDF: there is no field
that could carry it. What stays with the agency and its auditor (`officer`)
says which of its fields are private. No type holds an officer's remarks.
"""
