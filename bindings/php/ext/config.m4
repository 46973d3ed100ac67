dnl Stead for PHP: acting on behalf of another person. Links the shared libstead of the system (pkg-config stead), or of
dnl --with-stead=FOLDER, an installed prefix with include/stead.h and lib/libstead.so.

PHP_ARG_WITH([stead],
  [for Stead],
  [AS_HELP_STRING([[--with-stead[=DIR]]], [Include Stead; DIR is the prefix where libstead is installed])],
  [yes])

if test "$PHP_STEAD" != "no"; then
  if test "$PHP_STEAD" != "yes"; then
    if test ! -r "$PHP_STEAD/include/stead.h"; then
      AC_MSG_ERROR([no include/stead.h in $PHP_STEAD])
    fi
    PHP_ADD_INCLUDE([$PHP_STEAD/include])
    PHP_ADD_LIBRARY_WITH_PATH([stead], [$PHP_STEAD/$PHP_LIBDIR], [STEAD_SHARED_LIBADD])
  else
    PKG_CHECK_MODULES([STEAD], [stead >= 0.1.0])
    PHP_EVAL_INCLINE([$STEAD_CFLAGS])
    PHP_EVAL_LIBLINE([$STEAD_LIBS], [STEAD_SHARED_LIBADD])
  fi
  PHP_SUBST([STEAD_SHARED_LIBADD])
  PHP_NEW_EXTENSION([stead], [stead_wrap.c handles.c arguments.c failure.c persistent.c], [$ext_shared],,
    [-fvisibility=hidden -Wall -Wextra -Wno-unused-function -Wno-unused-label -Wno-unused-variable -Wno-unused-parameter -Wno-sign-compare])
fi
