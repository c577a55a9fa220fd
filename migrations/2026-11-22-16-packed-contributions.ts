import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a response adds to tallies lies in one value of bytes: the counts it raises and its scores, as `packContribution` of the
 * instruments describes them. Copying out two lists element by element was most of the cost of making tallies anew.
 */
export class PackedContributions1795310100000 implements MigrationInterface {
  readonly name = 'PackedContributions1795310100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function packed(raised smallint[], scored bigint[]) returns bytea language sql immutable as $$
        select int2send(cardinality(raised)::smallint) || int2send(cardinality(scored)::smallint)
          || coalesce((select string_agg(int2send(one), ''::bytea order by at) from unnest(raised) with ordinality as each (one, at)), '')
          || coalesce((
            select string_agg(
              case
                when one is null then int4send(-2147483648)
                when one between -2147483646 and 2147483647 then int4send(one::integer)
                else int4send(-2147483647) || int8send(one)
              end, ''::bytea order by at)
            from unnest(scored) with ordinality as each (one, at)), '')
      $$;
      alter table responses alter column raised type bytea using packed(raised, scored);
      alter table responses rename column raised to contribution;
      alter table responses drop column scored;
      drop function packed;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function short(bytes bytea, at integer) returns integer language sql immutable as $$
        select get_byte(bytes, at) * 256 + get_byte(bytes, at + 1)
      $$;
      create function raised_in(bytes bytea) returns smallint[] language sql immutable as $$
        select array(select short(bytes, 4 + 2 * n)::smallint from generate_series(0, short(bytes, 0) - 1) as n order by n)
      $$;
      create function scored_in(bytes bytea) returns bigint[] language plpgsql immutable as $$
      declare
        at integer := 4 + 2 * short(bytes, 0);
        found bigint[] := '{}';
        one integer;
      begin
        for n in 1..short(bytes, 2) loop
          one := ('x' || encode(substr(bytes, at + 1, 4), 'hex'))::bit(32)::integer;
          at := at + 4;
          if one = -2147483648 then found := found || null::bigint;
          elsif one > -2147483647 then found := found || one::bigint;
          else
            found := found || ('x' || encode(substr(bytes, at + 1, 8), 'hex'))::bit(64)::bigint;
            at := at + 8;
          end if;
        end loop;
        return found;
      end $$;
      alter table responses add column scored bigint[];
      alter table responses
        alter column scored type bigint[] using scored_in(contribution),
        alter column contribution type smallint[] using raised_in(contribution);
      alter table responses alter column scored set not null;
      alter table responses rename column contribution to raised;
      drop function scored_in; drop function raised_in; drop function short;
    `);
  }
}
