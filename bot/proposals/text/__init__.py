"""What people read about proposals for the glossary."""
