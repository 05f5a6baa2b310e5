"""What Streamlit runs from top to bottom on each view. All it does stands in `frame.py`."""

from dashboard.frame import show

show()
