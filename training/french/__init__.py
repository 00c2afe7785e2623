"""How the French pack's weights are made: `python -m training.french --data FOLDER`."""
