// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "redis/url.h"

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace Switchboard::Test {

/**
 * A real redis-server of the test's own: loopback, a port of its own, nothing saved.
 *
 * Tests skip when isInstalled() is false. Dies with the fixture.
 */
class RedisFixture
{
public:
    static bool isInstalled();

    RedisFixture() = default;
    ~RedisFixture();
    Q_DISABLE_COPY_MOVE(RedisFixture)

    /** Starts it, on the port of last time if there was one, and waits until it answers. */
    bool start(const QStringList &options = {});
    /** As if its machine died. */
    void kill();
    /** It keeps its connections and answers nobody. */
    void freeze();
    void thaw();

    quint16 port() const { return m_port; }

    Redis::Url url() const;

    QString socketPath() const { return m_folder.filePath(QStringLiteral("redis.sock")); }

    /** One command from outside, by redis-cli; its output. */
    QString cli(const QStringList &words) const;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace Switchboard::Test
