-- What a report says of one figure: Wilson by way of the centre, Byar as published.
create table interval as
  with base as (
    select g.*, unit, 1.959964 as z, 1.0 * numerator as x, 1.0 * denominator as n, 1.0 * numerator / denominator as p
    from given g join definition using (indicator) where denominator > 0
  )
  select q, practice, indicator, p as value,
    case when unit = 'per_1000' and x = 0 then 0
      when unit = 'per_1000' then x * pow(1 - 1 / (9 * x) - z / (3 * sqrt(x)), 3) / n
      when x = 0 then 0
      else (p + z * z / (2 * n) - z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))) / (1 + z * z / n) end as low,
    case when unit = 'per_1000' then (x + 1) * pow(1 - 1 / (9 * (x + 1)) + z / (3 * sqrt(x + 1)), 3) / n
      when x = n then 1
      else (p + z * z / (2 * n) + z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))) / (1 + z * z / n) end as high
  from base;
create unique index one_interval on interval(practice, indicator, q);

create table said as
  select g.q, g.practice, g.indicator, k.kind, g.numerator, g.denominator, i.value, i.low, i.high,
    g.denominator < 20 as small, own.n as peers, own.p50 as median, c.below * 1.0 / (country.n - 1) as rank,
    case when g.denominator < 20 then 'small'
      when own.p50 is null then 'no_peers'
      when own.p50 between i.low and i.high then 'similar'
      when d.direction = 'neutral' then iif(i.low > own.p50, 'higher', 'lower')
      when (i.low > own.p50) = (d.direction = 'higher') then 'better'
      else 'worse' end as verdict,
    case when g.denominator >= 20 then
      case d.direction
        when 'higher' then nullif(max(0, floor(own.p50 * g.denominator + 0.5) - g.numerator), 0)
        when 'lower' then nullif(min(0, floor(own.p50 * g.denominator + 0.5) - g.numerator), 0) end
    end as to_median,
    case when g.denominator >= 20 and g.expected > 0 and country.pooled > 0 then 1.0 * g.denominator / g.expected * country.pooled
      end as factor,
    d.unit, g.expected
  from given g
    join (select 'country' as kind union all values ('careGroup'), ('region'), ('size')) k
    join definition d using (indicator)
    join cell c on c.q = g.q and c.practice = g.practice and c.indicator = g.indicator
    left join interval i on i.q = g.q and i.practice = g.practice and i.indicator = g.indicator
    left join benchmark country on country.q = g.q and country.indicator = g.indicator and country.kind = 'country'
    left join belongs b on b.q = g.q and b.agb = g.practice and b.kind = k.kind
    left join shown s on s.q = g.q and s.indicator = g.indicator and s.kind = k.kind and s.name = b.name
    left join benchmark own on own.q = s.q and own.indicator = s.indicator and own.kind = s.kind and own.name = s.name;
create unique index one_said on said(practice, indicator, kind, q);
