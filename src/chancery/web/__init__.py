"""A record as pages: written to disk as the report, later served; the same templates and scripts for both."""

from chancery.web.report import Written, check_writable, write_report

__all__ = ["Written", "check_writable", "write_report"]
