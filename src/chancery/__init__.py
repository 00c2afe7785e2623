"""From the press, a record of diplomacy that you can cite."""
