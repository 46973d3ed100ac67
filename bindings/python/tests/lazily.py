"""Loads extension modules with lazy binding, so that the loader notes each C function when it is first called.

A pytest plugin of its own, because it has to come before anything that imports stead.
"""

import os
import sys

sys.setdlopenflags(os.RTLD_LAZY)
