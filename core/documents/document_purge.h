// The end of a document for good. What happened to it stays in the trail; its rows go, and its files when no other
// document has them.
#pragma once

#include "documents/document_act.h"

namespace stead::documents {

void purgeDocument(UnitOfWork& work, const Document& document);

}  // namespace stead::documents
