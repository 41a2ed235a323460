// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>

namespace Switchboard::Redis {

enum class State : quint8 {
    Off,
    Connecting,
    Connected,
    Reconnecting, // waits for Status::retryIn
    Stopped, // trying again is of no use before a person has done something
};

/** Why there is no connection. */
enum class Cause : quint8 {
    None,
    Refused, // nobody listens there, or it sends us away
    HostUnknown,
    Timeout, // it does not answer in time
    Lost, // it closed the connection
    TlsError,
    WrongPassword,
    NoPermission, // Status::command
    NoSuchDatabase,
    Loading, // Redis reads its data and will answer soon
    Hostile, // it sent what no Redis sends
};

/** A problem of the operator's list: an id of Appendix B and what its text is filled with. */
struct Problem
{
    QString id;
    QStringList arguments;
};

/** How a connection is, as a value for whoever shows it; any thread. */
struct Status
{
    State state = State::Off;
    Cause cause = Cause::None;
    QString server; // Url::shown()
    QByteArray user;
    QByteArray command; // what may not be run
    QString detail; // technical, in the words of the server or the system
    std::chrono::milliseconds retryIn{0};
    QByteArray version;
    bool isCluster = false;
    /** Round trip of the last PING; negative: not measured. */
    std::chrono::microseconds latency{-1};

    /** What is the matter and what happens next, in words. */
    QString sentence() const;
    /** Nothing to report: an empty id. */
    Problem problem() const;
};

/** Which command a NOPERM error is about; @p sent is the answer when it does not say. */
QByteArray forbiddenCommand(QByteArrayView error, QByteArrayView sent);

} // namespace Switchboard::Redis
