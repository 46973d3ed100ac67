// Files that travel beside a record: at most 25 of 25 MB.
#pragma once

#include <string>
#include <vector>

#include "base/crypto.h"

namespace stead {

struct UploadFile {
  std::string name;
  Bytes bytes;
};

struct Upload {
  std::vector<UploadFile> files;
};

}  // namespace stead
