"""What is read about agendas."""
