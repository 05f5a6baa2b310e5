with days as (

    select unnest(generate_series(date '2000-01-01', date '2039-12-31', interval 1 day))::date
        as date_day

),

final as (

    select
        date_day,
        year(date_day) as year_number,
        quarter(date_day) as quarter_of_year,
        month(date_day) as month_of_year,
        monthname(date_day) as month_name,
        date_trunc('month', date_day)::date as month_start_on,
        day(date_day) as day_of_month,
        isodow(date_day) as day_of_week,
        dayname(date_day) as day_name,
        weekofyear(date_day) as iso_week,
        isodow(date_day) >= 6 as is_weekend,
        -- The council's financial year runs from April, the school year from September.
        year(date_day - interval 3 month) || '-' || right(
            (year(date_day - interval 3 month) + 1)::varchar, 2
        ) as financial_year,
        year(date_day - interval 8 month) || '-' || right(
            (year(date_day - interval 8 month) + 1)::varchar, 2
        ) as academic_year
    from days

)

select * from final
