"""What may leave the agency: public fields only (Minn. Stat. § 13.43 subd. 2), in their own types.

A report is made from these values and from nothing else, so that a private
field cannot reach a PDF: there is no field here that could carry it.
"""
