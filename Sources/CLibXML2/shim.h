// libxml2's encoding.h includes ICU's headers where it was built with ICU. Nothing of that is used here, and its types
// collide with those of Foundation's own ICU as soon as both are imported.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
