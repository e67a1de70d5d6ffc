"""Forms and questions; each is called by `Dialog.ask(...)`."""
