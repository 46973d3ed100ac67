// Counts of documents over a period, by one of their sides.
#pragma once

#include "base/json.h"
#include "engine/engine.h"

namespace stead::documents {

// {by ("principal" | "actor" | "status" | "label" | "team" | "metaData"), key? (of metaData), from?, until? (when they
// were made)} → {by, key?, groups: [{value, name?, count}], others, documents, capped}. An Admin and an Auditor count
// the account's documents, a TeamAdmin those that his team holds, anybody else those he holds himself.
[[nodiscard]] Json reportDocuments(Engine& engine, const Session& session, const Json& request);

}  // namespace stead::documents
