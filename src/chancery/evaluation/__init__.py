"""How good it is: annotations against a gold standard, syntax against a treebank, and the floors that hold what was reached.

The rules are those of the annotation format and of the treebanks; nothing of the product is used to compare.
"""
