// What a logo is, told by its content.
#pragma once

#include <string>
#include <string_view>

#include "base/crypto.h"

namespace stead::brands {

// "png", "jpg" or "svg". Throws Code::malformedFile or tooLarge by the field "/logo".
[[nodiscard]] std::string tellLogo(ByteView bytes);

// Nothing when a page or a mail may show this SVG as it is: one well-formed drawing without scripts, without styles or
// links that reach outside of it, and without entities. Else why not.
[[nodiscard]] std::string svgProblem(std::string_view svg);

}  // namespace stead::brands
