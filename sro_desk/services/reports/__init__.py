"""The reports: facts gathered from the file, drawn as PDF, with the names they are saved under."""
