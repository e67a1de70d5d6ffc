"""One function for each thing a person does; owns transactions and queries."""
