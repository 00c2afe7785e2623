"""Speed and memory of the whole way, beside the bare pipeline on the same texts in the same run; of the pages, in a browser."""
