// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

namespace Switchboard::Redis {

/**
 * Picks one value out of a JSON text: $.user.name, $.items[0], $.
 *
 * Names are letters, digits, _ and - or anything else but . and [. Value type, any thread.
 */
class JsonPath
{
public:
    JsonPath() = default;
    /** Error: a sentence. */
    static Result<JsonPath, QString> compile(QByteArrayView text);

    /** The value as it stands in @p json, which must be valid; nothing: it is not there. */
    std::optional<QByteArrayView> find(QByteArrayView json) const;

private:
    struct Step
    {
        QByteArray member;
        qsizetype index = -1; // of an array, if not negative
    };

    std::vector<Step> m_steps;
};

} // namespace Switchboard::Redis
