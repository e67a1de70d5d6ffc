"""What every test shares: no display, no person's settings, no network clock."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
