// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "act/secretmask.h"

#include "core/jsonscanner.h"

#include <algorithm>
#include <array>

namespace Switchboard::App {

bool isSecretName(QByteArrayView name)
{
    static constexpr std::array marks{"pass", "token", "secret", "key", "authorization", "cookie"};
    const QByteArray lower = name.toByteArray().toLower();
    return std::any_of(
        marks.begin(), marks.end(), [&](const char *mark) { return lower.contains(mark); });
}

QByteArrayView secretMask()
{
    return "••••••";
}

QByteArray maskSecrets(QByteArrayView text)
{
    using Token = JsonScanner::Token;
    JsonScanner scanner(text);
    QByteArray masked;
    qsizetype copied = 0;
    while (true) {
        Token token = scanner.next();
        if (token == Token::Error) {
            return {};
        }
        if (token == Token::End) {
            masked += text.sliced(copied);
            return masked;
        }
        if (token != Token::Key || !isSecretName(Json::decodeString(scanner.lexeme()))) {
            continue;
        }
        token = scanner.next();
        const qsizetype at = scanner.offset();
        if (token == Token::Error) {
            return {};
        }
        const auto value = scanner.finishValue(token);
        if (!value) {
            return {};
        }
        masked += text.sliced(copied, at - copied);
        masked += Json::encodeString(secretMask());
        copied = at + value->size();
    }
}

} // namespace Switchboard::App
