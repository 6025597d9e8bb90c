using TbPersonalOs.Agent.Host.Models;
using TbPersonalOs.Common;

namespace TbPersonalOs.Agent.Host.Tests.Models;

public sealed class CircuitBreakerTests
{
    private readonly ManualClock _clock = new(TestHost.Monday);
    private readonly CircuitBreaker _breaker;

    public CircuitBreakerTests() => _breaker = new CircuitBreaker(_clock);

    [Fact]
    public void TwoFailuresInARowLetItRestAndOneTriesItAgain()
    {
        Fail();
        Assert.True(_breaker.TryEnter("a"));
        _breaker.Failed();

        Assert.False(_breaker.TryEnter("a"));
        _clock.Now += TimeSpan.FromSeconds(61);
        Assert.True(_breaker.TryEnter("a"));
        Assert.False(_breaker.TryEnter("a"));
        _breaker.Succeeded();
        Assert.True(_breaker.TryEnter("a"));
        Assert.True(_breaker.TryEnter("a"));
    }

    [Fact]
    public void ItRestsLongerEachTimeButNeverOverAQuarterOfAnHour()
    {
        Fail();
        Fail();
        for (var times = 0; times < 6; times++)
        {
            _clock.Now += TimeSpan.FromMinutes(16);
            Fail();
        }

        _clock.Now += TimeSpan.FromMinutes(14);
        Assert.False(_breaker.TryEnter("a"));
        _clock.Now += TimeSpan.FromMinutes(2);
        Assert.True(_breaker.TryEnter("a"));
    }

    [Fact]
    public void ItRestsAtLeastAsLongAsTheProviderAsks()
    {
        Fail();
        Assert.True(_breaker.TryEnter("a"));
        _breaker.Failed(TimeSpan.FromMinutes(5));

        _clock.Now += TimeSpan.FromMinutes(4);
        Assert.False(_breaker.TryEnter("a"));
        _clock.Now += TimeSpan.FromMinutes(2);
        Assert.True(_breaker.TryEnter("a"));
    }

    [Fact]
    public void WhoeverLeavesWithoutAskingLetsTheNextOneTry()
    {
        Fail();
        Fail();
        _clock.Now += TimeSpan.FromMinutes(2);
        Assert.True(_breaker.TryEnter("a"));
        _breaker.Left();
        Assert.True(_breaker.TryEnter("a"));
    }

    [Fact]
    public void AnotherKeyOrModelBeginsAnew()
    {
        Fail();
        Fail();
        Assert.False(_breaker.TryEnter("a"));
        Assert.True(_breaker.TryEnter("b"));
    }

    [Fact]
    public void WhatFailedBesideItDoesNotLengthenTheRest()
    {
        for (var asked = 0; asked < 6; asked++)
        {
            Assert.True(_breaker.TryEnter("a"));
        }

        for (var asked = 0; asked < 6; asked++)
        {
            _breaker.Failed();
        }

        _clock.Now += TimeSpan.FromSeconds(61);
        Assert.True(_breaker.TryEnter("a"));
    }

    private void Fail()
    {
        Assert.True(_breaker.TryEnter("a"));
        _breaker.Failed();
    }
}
