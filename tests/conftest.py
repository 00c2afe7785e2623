"""What tests of several parts share lies beside this file (`made.py`)."""
