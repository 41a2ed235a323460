// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace Switchboard::App {

/** One argument as it was typed, whether or not it can be sent. */
struct DraftArgument
{
    enum class Type : quint8 { Json, Text, Number, Boolean, Null, Hex, Base64 };

    Type type = Type::Json;
    QString text;

    friend bool operator==(const DraftArgument &, const DraftArgument &) = default;
};

/**
 * An event somebody wants to send: what the composer edits, presets keep and the history repeats.
 *
 * Holds text as typed; CompiledEmit says whether it can be sent. Value type, any thread.
 */
struct EmitDraft
{
    enum class Audience : quint8 { Everyone, Rooms, Clients };

    static constexpr qsizetype maxArguments = 16;

    QString event;
    QString nsp = QStringLiteral("/");
    Audience audience = Audience::Everyone;
    QStringList rooms;
    QList<quint32> clients;
    QStringList exceptRooms;
    QList<quint32> exceptClients;
    QList<DraftArgument> arguments;
    bool waitForAck = false;
    std::chrono::milliseconds ackTimeout{5'000}; // 100 ms to 120 s
    bool isVolatile = false;
    bool isRepeated = false;
    int repeatCount = 10; // 1 to 1,000,000
    std::chrono::milliseconds repeatInterval{100}; // 0 to 60 s

    /** How often it is sent in all. */
    int total() const { return isRepeated ? repeatCount : 1; }

    /** Names clients, which have other numbers after a restart. */
    bool namesClients() const;

    /** "everyone", "room lobby", "3 clients"; safe to show. */
    QString audienceText() const;

    /** Without the clients it names. */
    QJsonObject toJson() const;
    /** Nothing when it is not the form toJson() writes; numbers are forced into their ranges. */
    static std::optional<EmitDraft> fromJson(const QJsonObject &json);

    friend bool operator==(const EmitDraft &, const EmitDraft &) = default;
};

} // namespace Switchboard::App
