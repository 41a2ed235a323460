// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "socketio/args.h"

#include <QByteArrayView>

namespace Switchboard::SocketIo {

/**
 * Appends one packet to @p to, byte for byte as the reference server writes it.
 *
 * The functions of this file are pure; Server keeps the buffer that makes them free of allocation.
 *
 * @param ackId negative: none
 * @param event decoded name, valid UTF-8
 * Protocol: Socket.IO v5, "Packet encoding".
 */
void appendEvent(
    QByteArray &to, QByteArrayView nsp, qint64 ackId, QByteArrayView event, const ArgsView &args);
void appendAck(QByteArray &to, QByteArrayView nsp, qint64 ackId, const ArgsView &args);
void appendConnect(QByteArray &to, QByteArrayView nsp, QByteArrayView sid);
/** @param data JSON, or empty to leave it out */
void appendConnectError(
    QByteArray &to, QByteArrayView nsp, QByteArrayView message, QByteArrayView data);
void appendDisconnect(QByteArray &to, QByteArrayView nsp);

} // namespace Switchboard::SocketIo
