// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QQmlAbstractUrlInterceptor>
#include <QQmlNetworkAccessManagerFactory>

namespace Switchboard::App {

/**
 * Gives QML a network that refuses everything: strings from strangers may name addresses, and
 * nothing the window draws comes from the network.
 *
 * Thread: create() any, as the engine asks.
 */
class NoNetwork : public QQmlNetworkAccessManagerFactory
{
public:
    QNetworkAccessManager *create(QObject *parent) override;
};

/**
 * Lets QML open what is embedded and Qt's own modules, nothing else.
 *
 * Thread: any; has no state.
 */
class EmbeddedOnly : public QQmlAbstractUrlInterceptor
{
public:
    QUrl intercept(const QUrl &url, DataType type) override;
};

} // namespace Switchboard::App
