// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "net/httpresponder.h"

#include <QByteArray>
#include <QList>

namespace Switchboard::Web {

/** Adds what browsers need to know about pages we wrote ourselves: their scripts, no frames. */
void appendPageHeaders(Net::HttpHeaders &headers);

/** A small page of our own with one heading and @p body, which is HTML. */
Net::HttpResponse page(int status, const QByteArray &title, const QByteArray &body);

Net::HttpResponse redirect(const QByteArray &location);

/** @p ids, as links. */
Net::HttpResponse demoListPage(const QList<QByteArray> &ids);

Net::HttpResponse notFoundPage();

} // namespace Switchboard::Web
