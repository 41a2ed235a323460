// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "engineio/closereason.h"
#include "engineio/error.h"
#include "net/httprequest.h"
#include "traffic/tap.h"

#include <QByteArrayView>

namespace Switchboard::EngineIo {

class Session;

/** What observers learn of sessions; each costs one branch while nobody records. */
void recordOpened(Traffic::Tap &tap, const Session &session);
void recordUpgraded(Traffic::Tap &tap, const Session &session);
void recordRoundTrip(Traffic::Tap &tap, const Session &session);

/** With an Error record before it when the peer broke the protocol in the way of @p description. */
void recordClosed(
    Traffic::Tap &tap, const Session &session, CloseReason reason, QByteArrayView description);

void recordRefused(Traffic::Tap &tap, const Net::HttpRequest &request, Error error, int status,
    QByteArrayView message);

/** First four and last two characters: a whole sid is a key to the session. */
QByteArray shortened(QByteArrayView sid);

} // namespace Switchboard::EngineIo
