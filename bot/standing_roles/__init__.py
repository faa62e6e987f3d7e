"""Standing roles for patient and public members: offered privately, to them first."""
