// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "format/displaysafe.h"

#include <cstdlib>
#include <cstring>
#include <string>

using namespace Switchboard::App;

namespace {

void requireSafe(const QString &shown, qsizetype most)
{
    constexpr qsizetype longestMark = 40; // "… (n bytes)"
    bool safe = shown.size() <= most + longestMark && shown.isValidUtf16();
    const auto codes = shown.toUcs4();
    for (const uint code : codes) {
        switch (QChar::category(code)) {
        case QChar::Other_Control:
        case QChar::Other_Format:
        case QChar::Other_Surrogate:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            safe = false;
            break;
        default:
            break;
        }
    }
    if (!safe) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    constexpr qsizetype most = 200;
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    requireSafe(displaySafe(bytes, most), most);
    std::u16string text(size / 2, u'\0'); // as it comes, lone surrogates and all
    if (!text.empty()) {
        std::memcpy(text.data(), data, text.size() * 2);
    }
    requireSafe(displaySafe(QStringView(text), most), most);
    return 0;
}
